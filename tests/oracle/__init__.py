"""An independent reference calculation of the model, used by tests only."""

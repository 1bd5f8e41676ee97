"""The sheet that computes: prices, citizens, consequences, programme, sums."""

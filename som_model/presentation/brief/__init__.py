"""The council brief: two pages that a case officer can put before a council, described once and rendered three ways."""

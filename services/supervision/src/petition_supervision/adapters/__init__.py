"""MongoDB and the chassis, behind the ports of the application."""

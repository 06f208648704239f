"""The hearing of a plan: reads the package and the tables of people, and writes the folder of the hearing."""

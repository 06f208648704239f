"""What goes back to the registers: the records that GeoFA and Plandata.dk take, and the rules that they publish.

Nothing here is sent: the tools write files, which a person delivers.
"""

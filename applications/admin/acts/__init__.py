"""What an officer does with a case: one act, one form, one service. A transition of the table needs none of its own."""

"""The interactive page: one HTML file that holds the pictures, the facts behind them, and the script that asks them."""

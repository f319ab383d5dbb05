"""The page of io.flotilla.base.sample.orders.OrdersPage in Plotly Dash; DashBenchmark runs it under gunicorn."""
from datetime import date, timedelta

import pandas as pd
from dash import Dash, Input, Output, dash_table, dcc, html

REGIONS = ["North", "South", "East", "West"]
PRODUCTS = ["Chainsaw", "Leaf blower", "Mower"]


def order(i):
    units = 1 + i * 31 % 9
    return {"day": str(date(2025, 1, 1) + timedelta(days=i // 28)), "region": REGIONS[(i * 7 + i // 5) % 4],
            "product": PRODUCTS[i * 11 // 7 % 3], "units": units, "revenue": units * (4_900 + i * 17 % 30_000) / 100}


orders = pd.DataFrame([order(i) for i in range(10_000)])
app = Dash(__name__)
server = app.server
app.layout = html.Div([
    dcc.Dropdown(REGIONS, id="region"),
    dcc.Graph(id="days"),
    dash_table.DataTable(id="orders", columns=[{"name": name, "id": name} for name in orders.columns], page_size=50),
])


@app.callback(Output("days", "figure"), Output("orders", "data"), Input("region", "value"))
def update(region):
    shown = orders[orders.region == region] if region else orders
    days = shown.groupby("day").revenue.sum()
    figure = {"data": [{"x": days.index.tolist(), "y": days.tolist(), "type": "scatter", "mode": "lines"}],
              "layout": {"title": {"text": "Revenue by day"}}}
    return figure, shown.head(50).to_dict("records")

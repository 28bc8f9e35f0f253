"""metrics (指标): every figure of the county, with its definition and the cases it was counted from."""

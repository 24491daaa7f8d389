"""The shelf of report sections: one file each; they return data blocks, never HTML."""

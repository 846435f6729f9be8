check ukrain-2025

check ukraine-2025

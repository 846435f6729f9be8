explain chalenger.prize

explain challenger.prize

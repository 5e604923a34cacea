"""How many slips of the keyboard lie between two words."""

from __future__ import annotations


def distance(one: str, other: str, most: int) -> int:
    """Letters added, left out, changed, or swapped with their neighbour; `most + 1` stands for anything above `most`.

    The optimal string alignment distance, row by row, given up as soon as no way can stay within `most`.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    far = most + 1
    before: list[int] = []
    last = [min(j, far) for j in range(len(other) + 1)]
    for i, letter in enumerate(one, start=1):
        row = [far] * (len(other) + 1)  # cells further than `most` from the diagonal stay far
        if i <= most:
            row[0] = i
        for j in range(max(1, i - most), min(len(other), i + most) + 1):
            theirs = other[j - 1]
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != theirs))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == theirs:
                cost = min(cost, before[j - 2] + 1)
            row[j] = cost
        if min(row) > most and min(last) > most:  # a swap looks two rows back
            return far
        before, last = last, row
    return min(last[-1], far)

"""A small generator of numbers (splitmix64), so that bytes never depend on Python's own."""

MASK = (1 << 64) - 1


class Rng:
    def __init__(self, seed, *path):
        """A stream of its own for each path of names below one seed."""
        self.state = seed & MASK
        for name in path:
            for byte in str(name).encode("utf-8") + b"/":
                self.state = (self.state * 1099511628211 + byte) & MASK
        self.next()

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, n):
        """An integer in 0..n-1."""
        return (self.next() * n) >> 64

    def between(self, lo, hi):
        """An integer in lo..hi, both included."""
        return lo + self.below(hi - lo + 1)

    def chance(self, permille):
        return self.below(1000) < permille

    def pick(self, items):
        return items[self.below(len(items))]

    def weighted(self, pairs):
        """One of the values of [(value, weight), ...]."""
        at = self.below(sum(weight for _, weight in pairs))
        for value, weight in pairs:
            at -= weight
            if at < 0:
                return value
        raise AssertionError("weights")

    def shuffled(self, items):
        items = list(items)
        for i in range(len(items) - 1, 0, -1):
            j = self.below(i + 1)
            items[i], items[j] = items[j], items[i]
        return items

"""What records of government programmes must agree with, for verify.py: written from the format's description alone."""


class Programmes:
    """Goods, prices, sales and claims, as the journal has told them so far."""

    def __init__(self):
        # Of a product: programme, measure and cylinder; of a price rule: what it says.
        self.goods = {}
        self.prices = {}
        # Of every sale the lines that programmes or cylinders have to do with, by sale and by line.
        self.sales = {}
        self.returns = {}
        # Which lines have been explained, and under which system they have to be keyed.
        self.explained = {}
        self.claims = {}

    def wrong(self, kind, body):
        """Takes a record; what is wrong with it, or None."""
        judge = {
            "sale-completed/1": self.sale, "sale-completed/2": self.sale,
            "sale-returned/1": self.goods_back,
            "programme-goods-set/1": self.goods_set,
            "programme-rule-saved/1": self.rule_saved,
            "subsidy-sold/1": self.subsidy_sold,
            "cylinders-moved/1": self.cylinders_moved,
            "price-claim-raised/1": self.claim_raised,
            "price-claim-settled/1": self.claim_settled,
            "external-keyed/1": self.keyed,
        }.get(kind)
        return None if judge is None else judge(body)

    def of_programmes(self, lines):
        return {line["lineId"]: line for line in lines if line["productId"] in self.goods}

    def sale(self, body):
        self.sales[body["saleId"]] = self.of_programmes(body["lines"])

    def goods_back(self, body):
        self.returns[body["returnId"]] = self.of_programmes(body["lines"])

    def goods_set(self, body):
        self.goods[body["productId"]] = body

    def rule_saved(self, body):
        if body["kind"] == "price":
            self.prices[body["ruleId"]] = body

    def subsidy_sold(self, body):
        sale = body["saleId"]
        if sale not in self.sales:
            return "explains a sale that was never made"
        if sale in self.explained:
            return "explains a sale a second time"
        lines = {}
        for number, line in enumerate(body["lines"], 1):
            if line["lineId"] in lines:
                return f"line {number} is explained twice"
            wrong = self.wrong_line(self.sales[sale].get(line["lineId"]), line)
            if wrong is not None:
                return f"line {number} {wrong}"
            lines[line["lineId"]] = line
        self.explained[sale] = lines
        return None

    def wrong_line(self, sold, line):
        if sold is None:
            return "is none of the sale"
        goods = self.goods[sold["productId"]]
        if goods["programme"] != line["programme"]:
            return "is of another programme than its product"
        base = sold.get("baseQuantityThousandths", sold["quantityThousandths"])
        # A part of a thousandth counts as a whole one: the quotient rounded up.
        quantity = -(-base * goods["measureThousandths"] // 1000)
        if quantity <= 0 or quantity != line["quantityThousandths"]:
            return "is not its quantity in the unit of the programme"
        price = line["price"]
        if price is None:
            return None
        rule = self.prices.get(price["ruleId"])
        if rule is None or any(rule[name] != price[name] for name in ("priceKind", "amountRp", "decree")):
            return "names a price rule that the journal does not hold so"
        if price["priceKind"] == "hap":
            return None
        # Per unit, with discounts taken off: charged / quantity <= ceiling, without dividing.
        dear = sold["totalRp"] * 1000 > price["amountRp"] * quantity
        return "costs more than its ceiling" if dear else None

    def cylinders_moved(self, body):
        cause, lent, held = body["cause"], body["loanedThousandths"], body["depositRp"]
        if cause == "sale":
            lines, sign = self.sales.get(body["saleId"]), 1
        elif cause == "return":
            lines, sign = self.returns.get(body["returnId"]), -1
        else:
            return None if (lent, held) == (0, 0) else "a deposit is held without a buyer"
        if lines is None:
            return f"names a {cause} that never was"
        deposits = [line for line in lines.values() if self.is_deposit(line["productId"], body["kind"])]
        if lent != sign * sum(line.get("baseQuantityThousandths", 0) for line in deposits):
            return "the cylinders on loan are not those rung up"
        if held != sign * sum(line["totalRp"] for line in deposits):
            return "the deposit is not that of its lines"
        return None

    def is_deposit(self, product, kind):
        cylinder = self.goods[product]["cylinder"]
        return cylinder is not None and cylinder["role"] == "deposit" and cylinder["kind"] == kind

    def claim_raised(self, body):
        fall = body["beforeRp"] - body["afterRp"]
        if body["claimId"] in self.claims:
            return "a claim is raised a second time"
        if fall <= 0:
            return "claims a fall of nothing"
        for number, line in enumerate(body["lines"], 1):
            if line["amountRp"] != (2 * fall * line["quantityThousandths"] + 1000) // 2000:
                return f"line {number} of the claim is not the fall times its quantity"
        if sum(line["amountRp"] for line in body["lines"]) != body["totalRp"]:
            return "the lines are not the claim"
        self.claims[body["claimId"]] = body["totalRp"]
        return None

    def claim_settled(self, body):
        paid, refused, left = body["paidRp"], body["refusedRp"], self.claims.get(body["claimId"])
        if left is None:
            return "settles a claim that was never raised"
        if paid < 0 or refused < 0 or paid + refused > left:
            return "settles more of the claim than is open"
        if body["outcome"] == "sent" and paid + refused != 0:
            return "a claim that was sent moves no money"
        self.claims[body["claimId"]] = left - paid - refused
        return None

    def keyed(self, body):
        line = self.explained.get(body["saleId"], {}).get(body["lineId"])
        if line is None:
            return "marks a line that was sold under no programme"
        return None if line["system"] == body["system"] else "marks a line for another system than its own"

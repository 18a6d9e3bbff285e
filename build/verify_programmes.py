"""What records of government programmes must agree with, for verify.py: written from the format's description alone."""


class Programmes:
    """Goods, prices, sales and claims, as the journal has told them so far."""

    def __init__(self):
        # Of a product: programme, measure and cylinder; of a price rule: what it says.
        self.goods = {}
        self.prices = {}
        # Which programmes are in use, and where the store stands.
        self.in_use = {}
        self.place = {"region": "", "sellerTier": ""}
        # The last sale and the last return: which it is, its lines that programmes or cylinders have to
        # do with, whether it was explained, and the kinds of cylinders it moved.
        self.last = {"sale": None, "return": None}
        self.claims = {}

    def wrong(self, kind, body):
        """Takes a record; what is wrong with it, or None.

        Which line a record marks as keyed elsewhere is not judged: the till's own verifier goes on from
        where it stopped, and would have to remember every line ever sold.
        """
        if kind != "subsidy-sold/1" and self.unexplained():
            return "follows a sale whose subsidised goods are not explained"
        judge = {
            "sale-completed/1": self.sale, "sale-completed/2": self.sale,
            "sale-returned/1": self.goods_back,
            "programme-saved/1": self.programme_saved,
            "programme-place-set/1": self.place_set,
            "programme-goods-set/1": self.goods_set,
            "programme-rule-saved/1": self.rule_saved,
            "subsidy-sold/1": self.subsidy_sold,
            "cylinders-moved/1": self.cylinders_moved,
            "price-claim-raised/1": self.claim_raised,
            "price-claim-settled/1": self.claim_settled,
        }.get(kind)
        return None if judge is None else judge(body)

    def noted(self, number, body):
        lines = {line["lineId"]: line for line in body["lines"] if line["productId"] in self.goods}
        return {"id": number, "lines": lines, "explained": False, "kinds": set()}

    def sale(self, body):
        self.last["sale"] = self.noted(body["saleId"], body)

    def goods_back(self, body):
        self.last["return"] = self.noted(body["returnId"], body)

    def to_explain(self, sale):
        """The lines of a sale whose goods belong to a programme in use."""
        return {
            number for number, line in sale["lines"].items()
            if self.in_use.get(self.goods[line["productId"]]["programme"], False)
        }

    def unexplained(self):
        sale = self.last["sale"]
        return sale is not None and not sale["explained"] and len(self.to_explain(sale)) > 0

    def programme_saved(self, body):
        self.in_use[body["programme"]] = body["active"]

    def place_set(self, body):
        self.place = body

    def goods_set(self, body):
        self.goods[body["productId"]] = body

    def rule_saved(self, body):
        if body["kind"] == "price":
            self.prices[body["ruleId"]] = body

    def subsidy_sold(self, body):
        sale = self.last["sale"]
        if sale is None or sale["id"] != body["saleId"]:
            return "explains another sale than the last one"
        if sale["explained"]:
            return "explains a sale a second time"
        explained = set()
        for number, line in enumerate(body["lines"], 1):
            if line["lineId"] in explained:
                return f"line {number} is explained twice"
            wrong = self.wrong_line(sale["lines"].get(line["lineId"]), line, body["date"])
            if wrong is not None:
                return f"line {number} {wrong}"
            explained.add(line["lineId"])
        if not self.to_explain(sale) <= explained:
            return "a line of the sale is left out"
        sale["explained"] = True
        return None

    def wrong_line(self, sold, line, date):
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
            held = any(self.surely_held(rule, line["programme"], date) for rule in self.prices.values())
            return "names no price rule where one held" if held else None
        rule = self.prices.get(price["ruleId"])
        if rule is None or any(rule[name] != price[name] for name in ("priceKind", "amountRp", "decree")):
            return "names a price rule that the journal does not hold so"
        if rule["programme"] != line["programme"]:
            return "names a price rule of another programme"
        if price["priceKind"] == "hap":
            return None
        # Per unit, with discounts taken off: charged / quantity <= ceiling, without dividing.
        dear = sold["totalRp"] * 1000 > price["amountRp"] * quantity
        return "costs more than its ceiling" if dear else None

    def surely_held(self, rule, programme, date):
        """Whether a rule held for a programme on a date; of the store's price zone nothing is known here."""
        return (
            rule["programme"] == programme and self.in_use.get(programme, False) and rule["active"]
            and rule["zone"] is None and self.place["region"].startswith(rule["region"])
            and rule["sellerTier"] in ("", self.place["sellerTier"])
            and rule["validFrom"] <= date and (rule["validTo"] is None or date <= rule["validTo"])
        )

    def cylinders_moved(self, body):
        cause, lent, held = body["cause"], body["loanedThousandths"], body["depositRp"]
        if cause not in self.last:
            return None if (lent, held) == (0, 0) else "a deposit is held without a buyer"
        named, sign = (body["saleId"], 1) if cause == "sale" else (body["returnId"], -1)
        mover = self.last[cause]
        if mover is None or mover["id"] != named:
            return f"names another {cause} than the last one"
        if body["kind"] in mover["kinds"]:
            return f"the cylinders are moved by the same {cause} a second time"
        mover["kinds"].add(body["kind"])
        lines = mover["lines"].values()
        deposits = [line for line in lines if self.is_deposit(line["productId"], body["kind"])]
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

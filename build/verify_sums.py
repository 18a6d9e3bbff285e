"""The arithmetic of sales, returns and debts, for verify.py: written from the format's description alone."""

EMPTY_TOTALS = {
    "saleCount": 0, "lineCount": 0, "grossRp": 0, "roundingRp": 0, "cashRp": 0,
    "voidedLines": 0, "voidedRp": 0, "abandonedTickets": 0, "reprints": 0,
}
# What the second version of the Z counts besides.
LATER_TOTALS = {
    "discountRp": 0, "taxRp": 0, "returnCount": 0, "returnRp": 0, "cashRefundRp": 0,
    "debtPaidCount": 0, "debtPaidRp": 0, "cashDebtPaidRp": 0, "donationRp": 0,
}
SALES = ("sale-completed/1", "sale-completed/2")
VOIDS = ("line-voided/1", "line-voided/2")
CLOSINGS = ("day-closed/1", "day-closed/2")


def wrong_sum(body):
    """What is wrong with a sale's own arithmetic, or None."""
    for index, line in enumerate(body["lines"], 1):
        wrong = wrong_line(line)
        if wrong is not None:
            return f"line {index} {wrong}"
    if sum(line["totalRp"] for line in body["lines"]) != body["totalRp"]:
        return "the lines are not the total"
    if body["totalRp"] + body["roundingRp"] != body["dueRp"]:
        return "total and rounding are not what is due"
    if sum(tender["amountRp"] for tender in body["tenders"]) != body["dueRp"]:
        return "the tenders are not what is due"
    return wrong_tax(body) or wrong_rounding(body) or wrong_tender(body)


def wrong_line(line):
    # The first till sold base units at one price; what it did not write was nothing.
    gross, exact = line.get("grossRp", line["totalRp"]), line["unitPriceRp"] * line["quantityThousandths"]
    if line.get("priceReason", {}).get("kind") == "label":
        fits = abs(gross * 1000 - exact) <= line["unitPriceRp"] + 1000
    else:
        # Half up, or down where half up would have passed a ceiling.
        fits = gross in ((exact + 500) // 1000, exact // 1000)
    if not fits:
        return "is not price times quantity"
    discounts = [each["amountRp"] for each in line.get("discounts", [])]
    if any(amount < 0 for amount in discounts):
        return "has a discount that adds"
    if gross - sum(discounts) != line["totalRp"] or line["totalRp"] < 0:
        return "is not gross less discounts"
    base = line.get("baseQuantityThousandths", line["quantityThousandths"])
    if line["quantityThousandths"] * line.get("contentThousandths", 1000) != base * 1000:
        return "is not its units times what one holds"
    if sum(lot["quantityThousandths"] for lot in line["lots"]) != base:
        return "is not what its lots give"
    return None


def half_up(numerator, denominator):
    return (2 * numerator + denominator) // (2 * denominator)


def wrong_tax(body):
    rule, parts = body.get("tax"), sum(line.get("taxRp", 0) for line in body["lines"])
    if rule is None:
        return None if parts == 0 else "a store that is no PKP has PPN on a line"
    taxed = sum(line["totalRp"] for line in body["lines"] if line["taxClass"] == "kena")
    share, whole = rule["baseNumerator"] * rule["rateBp"], rule["baseDenominator"] * 10_000
    tax = half_up(taxed * share, whole + share)
    base = half_up((taxed - tax) * rule["baseNumerator"], rule["baseDenominator"])
    if (tax, base) != (rule["taxRp"], rule["baseRp"]):
        return "the PPN is not that of its rule"
    return None if parts == tax else "the PPN of the lines is not that of the sale"


def wrong_rounding(body):
    rounding = body["roundingRp"]
    if rounding == 0:
        return None
    if rounding > 0 or rounding + body.get("cashStepRp", 100) <= 0:
        return "the rounding is no rounding down"
    return None if any(each["kind"] == "cash" for each in body["tenders"]) else "rounding without cash"


def wrong_tender(body):
    for each in body["tenders"]:
        if each["amountRp"] < 0:
            return "a tender is below nothing"
        if each["kind"] != "cash":
            continue
        donation = each.get("donationRp", 0)
        if each["changeRp"] < 0 or donation < 0:
            return "change or donation is below nothing"
        if each["receivedRp"] - each["changeRp"] - donation != each["amountRp"]:
            return "received less change is not the tender"
    return None


def wrong_return(body):
    """What is wrong with a return's own arithmetic, or None."""
    for index, line in enumerate(body["lines"], 1):
        if not 0 < line["quantityThousandths"] <= line["soldThousandths"]:
            return f"line {index} gives back more than was sold"
        if sum(lot["quantityThousandths"] for lot in line["lots"]) != line["baseQuantityThousandths"]:
            return f"line {index} is not what goes back to its lots"
    if sum(line["totalRp"] for line in body["lines"]) != body["totalRp"]:
        return "the lines are not the total"
    if sum(line["taxRp"] for line in body["lines"]) != body["taxRp"]:
        return "the PPN is not that of its lines"
    if body["totalRp"] + body["roundingRp"] != body["refundRp"]:
        return "total and rounding are not the refund"
    refunds = [each["amountRp"] for each in body["refunds"]]
    if any(amount < 0 for amount in refunds):
        return "a refund is below nothing"
    return None if sum(refunds) == body["refundRp"] else "what is paid back is not the refund"


def wrong_debt(body):
    """What is wrong with the arithmetic of a debt paid, or None."""
    tender, paid = body["tender"], body["amountRp"]
    if paid <= 0 or body["leftRp"] < 0:
        return "nothing is paid off, or more than was owed"
    if sum(part["amountRp"] for part in body["allocations"]) != paid:
        return "the parts are not the payment"
    if body["roundingRp"] > 0 or paid + body["roundingRp"] != tender["amountRp"]:
        return "the tender is not what is paid"
    if tender["kind"] != "cash":
        return None if body["roundingRp"] == 0 else "rounding without cash"
    if tender["receivedRp"] - tender["changeRp"] != tender["amountRp"]:
        return "received less change is not the tender"
    return None


def add_to_totals(totals, kind, body):
    if kind in SALES:
        cash = [tender for tender in body["tenders"] if tender["kind"] == "cash"]
        totals["saleCount"] += 1
        totals["lineCount"] += len(body["lines"])
        totals["grossRp"] += body["totalRp"]
        totals["roundingRp"] += body["roundingRp"]
        totals["cashRp"] += sum(tender["amountRp"] for tender in cash)
        totals["donationRp"] += sum(tender.get("donationRp", 0) for tender in cash)
        totals["taxRp"] += (body.get("tax") or {}).get("taxRp", 0)
        totals["discountRp"] += sum(each["amountRp"] for line in body["lines"] for each in line.get("discounts", []))
    elif kind == "sale-returned/1":
        totals["returnCount"] += 1
        totals["returnRp"] += body["totalRp"]
        totals["roundingRp"] -= body["roundingRp"]
        totals["taxRp"] -= body["taxRp"]
        totals["cashRefundRp"] += sum(each["amountRp"] for each in body["refunds"] if each["kind"] == "cash")
    elif kind == "debt-paid/1":
        totals["debtPaidCount"] += 1
        totals["debtPaidRp"] += body["amountRp"]
        totals["cashDebtPaidRp"] += body["tender"]["amountRp"] if body["tender"]["kind"] == "cash" else 0
    elif kind in VOIDS:
        totals["voidedLines"] += 1
        totals["voidedRp"] += body["amountRp"]
    elif kind in ("ticket-abandoned/1", "ticket-abandoned/2"):
        totals["abandonedTickets"] += 1
    elif kind == "receipt-reprinted/1":
        totals["reprints"] += 1

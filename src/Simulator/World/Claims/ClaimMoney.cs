namespace MeliBot.Simulator;

/// <summary>The money of claims: what it is about, and its way back to the buyer, each time in the journal.</summary>
internal sealed class ClaimMoney(ClaimBook book, SalesOffice sales, ClaimOffice office)
{
    /// <summary>What the claim is about; 0 where the world has no order for it.</summary>
    public decimal At(WorldClaim claim) => claim.OrderId is { } id && sales.Order(id) is { } order ? order.UnitPrice * Math.Min(claim.Quantity ?? order.Quantity, order.Quantity) : 0;

    public string Currency(WorldClaim claim) => (claim.OrderId is { } id ? sales.Order(id)?.CurrencyId : null) ?? Sites.Currency(claim.SiteId);

    public decimal Part(WorldClaim claim, decimal percentage) => Math.Round(At(claim) * percentage / 100, 2);

    /// <summary>Whatever the buyer hasn't got back yet.</summary>
    public void GiveBackAll(WorldClaim claim, string by) => GiveBack(claim, At(claim) - claim.Refunded, by);

    public void GiveBack(WorldClaim claim, decimal amount, string by)
    {
        if (amount <= 0) return;
        office.Change(claim.Id, c => c with { Refunded = c.Refunded + amount });
        if (claim.OrderId is { } order) sales.Refund(order, amount);
        book.Journal.Effect(EffectKinds.MoneyReturned, ClaimBook.Text(claim.Id), null, by, claim.SellerId, Currency(claim), amount);
    }
}

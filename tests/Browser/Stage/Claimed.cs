using MeliBot.Simulator;

namespace MeliBot.Browser.Tests.Stage;

/// <summary>A claim that was opened, and what the platform knows of it.</summary>
internal sealed record Claimed(World World, long Id, Sold Sold)
{
    public WorldClaim Now => World.Claims.Find(Id)!;

    public string Path => $"/inbox/{Uri.EscapeDataString($"claims:{Sold.Order.SellerId}:{Id}")}";

    /// <summary>What the seller wrote in it, from wherever, oldest first.</summary>
    public IReadOnlyList<WorldClaimMessage> Ours => [.. Now.Messages.Where(message => message.Sender == Now.SellerRole)];

    /// <summary>Every act of the seller's that moves money, as the platform has it in its books.</summary>
    public int MoneyActs => World.Journal.MoneyActions($"{Id}").Count;

    /// <summary>Waits until the platform knows it so.</summary>
    public Task UntilAsync(Func<WorldClaim, bool> condition) => World.WaitUntilAsync(_ => condition(Now), TestContext.Current.CancellationToken).WaitAsync(Patience.Span, TestContext.Current.CancellationToken);
}

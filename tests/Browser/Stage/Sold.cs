using MeliBot.Simulator;

namespace MeliBot.Browser.Tests.Stage;

/// <summary>A sale that was made, and what the platform knows of it.</summary>
internal sealed record Sold(World World, WorldOrder Order, WorldUser Buyer)
{
    public long Pack => Order.Conversation;

    public string Conversation => $"orders:{Order.SellerId}:{Pack}";

    public string Path => $"/inbox/{Uri.EscapeDataString(Conversation)}";

    public WorldThread Thread => World.Messages.Thread(Pack)!;

    /// <summary>What the seller wrote, from wherever, oldest first.</summary>
    public IReadOnlyList<WorldMessage> Ours => [.. World.Messages.Of(Pack).Where(message => message.FromSeller)];

    public WorldMessage Write(string text, IReadOnlyList<string>? files = null) => World.Messages.WriteAsBuyer(Pack, text, files);

    /// <summary>Waits until the platform has so many of our messages.</summary>
    public Task HeardAsync(int count = 1) => World.WaitUntilAsync(_ => Ours.Count >= count, TestContext.Current.CancellationToken).WaitAsync(Patience.Span, TestContext.Current.CancellationToken);
}

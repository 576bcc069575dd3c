using MeliBot.Dialogs.Facts;

namespace MeliBot.Bot.Rehearsal;

/// <summary>What the scene on stage says; nothing is read from anywhere.</summary>
internal sealed class RehearsedFacts : IFactSource
{
    private static readonly AsyncLocal<Scene?> OnStage = new();

    /// <summary>Makes this the scene of everything that the caller awaits from here on.</summary>
    public static void Enter(Scene scene) => OnStage.Value = scene;

    public Task<ItemFacts?> ItemAsync(FactRequest request, CancellationToken cancellationToken) => Task.FromResult<ItemFacts?>(Scene.Listing.Item);

    public Task<Fact<string>?> DescriptionAsync(FactRequest request, CancellationToken cancellationToken) => Task.FromResult(Scene.Listing.Description);

    public Task<Fact<DeliveryOffer>?> DeliveryAsync(FactRequest request, string postcode, CancellationToken cancellationToken) => Task.FromResult<Fact<DeliveryOffer>?>(null);

    public Task<Fact<string>?> NotesAsync(FactRequest request, CancellationToken cancellationToken) => Task.FromResult<Fact<string>?>(null);

    public Task<AccountFacts?> AccountAsync(long account, CancellationToken cancellationToken) => Task.FromResult<AccountFacts?>(null);

    private static Scene Scene => OnStage.Value ?? throw new InvalidOperationException("Facts were asked for outside a rehearsal.");
}

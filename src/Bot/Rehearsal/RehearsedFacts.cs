using MeliBot.Dialogs.Facts;

namespace MeliBot.Bot.Rehearsal;

/// <summary>What the scene on stage says; nothing is read from anywhere, unless the scene names a listing to read.</summary>
internal sealed class RehearsedFacts : IFactSource
{
    private static readonly AsyncLocal<Scene?> OnStage = new();

    /// <summary>Makes this the scene of everything that the caller awaits from here on.</summary>
    public static void Enter(Scene scene) => OnStage.Value = scene;

    public Task<ItemFacts?> ItemAsync(FactRequest request, CancellationToken cancellationToken) =>
        Reader?.ItemAsync(request, cancellationToken) ?? Task.FromResult<ItemFacts?>((Scene.Sale is not null || Scene.Claim is not null) && Scene.Listing == Listing.Unknown ? null : Scene.Listing.Item);

    public Task<Fact<string>?> DescriptionAsync(FactRequest request, CancellationToken cancellationToken) =>
        Reader?.DescriptionAsync(request, cancellationToken) ?? Task.FromResult(Scene.Listing.Description);

    public Task<Fact<DeliveryOffer>?> DeliveryAsync(FactRequest request, string postcode, CancellationToken cancellationToken) =>
        Reader?.DeliveryAsync(request, postcode, cancellationToken) ?? Task.FromResult<Fact<DeliveryOffer>?>(null);

    public Task<Fact<string>?> NotesAsync(FactRequest request, CancellationToken cancellationToken) =>
        Reader?.NotesAsync(request, cancellationToken) ?? Task.FromResult<Fact<string>?>(null);

    public Task<SaleFacts?> SaleAsync(SaleRequest request, CancellationToken cancellationToken) => Task.FromResult(Scene.Claim is { } claim ? claim.Sale : Scene.Sale?.Facts);

    public Task<ClaimFacts?> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken) => Task.FromResult(Scene.Claim?.Facts);

    public Task<AccountFacts?> AccountAsync(long account, CancellationToken cancellationToken) =>
        Scene.Facts?.AccountAsync(account, cancellationToken) ?? Task.FromResult<AccountFacts?>(null);

    private static IFactSource? Reader => Scene.ReadItem is null ? null : Scene.Facts;

    private static Scene Scene => OnStage.Value ?? throw new InvalidOperationException("Facts were asked for outside a rehearsal.");
}

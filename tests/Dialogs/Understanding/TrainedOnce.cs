using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Tests.Understanding;

/// <summary>The shipped intents, learnt once for all tests.</summary>
public sealed class TrainedOnce
{
    private static readonly Lazy<IntentModel> Shipped = new(() => IntentModel.Train(ShippedIntents.Read()));

    public IntentModel Model => Shipped.Value;

    public IReadOnlyList<string> Names(string text, string? locale = null) => [.. Model.Understand(text, locale).Intents.Select(i => i.Name)];
}

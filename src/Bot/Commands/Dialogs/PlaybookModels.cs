using MeliBot.Bot.Composition;
using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Bot.Commands.Dialogs;

/// <summary>What a playbook understands, place by place; each is read or learnt when it is first asked.</summary>
internal sealed class PlaybookModels(Playbook playbook, CancellationToken cancellationToken)
{
    private readonly Lazy<IntentModel> _questions = new(() => new ModelCache(CacheFolder.Path).LoadOrTrain(playbook.Training, cancellationToken));
    private readonly Lazy<IntentModel?> _orders = new(() => playbook.AfterSale is { } set ? new ModelCache(CacheFolder.Path).LoadOrTrain(set, cancellationToken) : null);

    private readonly Lazy<IntentModel?> _claims = new(() => playbook.InClaims is { } set ? new ModelCache(CacheFolder.Path).LoadOrTrain(set, cancellationToken) : null);

    /// <summary>Null where the playbook has no intents of that place.</summary>
    public IntentModel? Of(string place) => place switch
    {
        IntentPlaces.Orders => _orders.Value,
        IntentPlaces.Claims => _claims.Value ?? _orders.Value,
        _ => _questions.Value,
    };
}

using MeliBot.Adapter.Turns;
using MeliBot.Bot.Deciding;
using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Understanding;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MeliBot.Bot.Rehearsal;

/// <summary>
/// Rehearses questions, messages and turns of claims on a playbook: understanding, dialogs, composing, guards and decision as in production, with the scene's facts. It needs no account, no
/// settings and no database. Safe to use from many threads.
/// </summary>
internal sealed class RehearsalStage : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly TurnRehearsal _rehearsal;

    /// <param name="host">What a host's own settings and accounts change; null without one.</param>
    /// <param name="afterSale">Understands the messages of a sale; null where none of them is understood.</param>
    /// <param name="claims">Understands the messages of a claim; null where they are understood as those of a sale.</param>
    public RehearsalStage(Playbook playbook, Func<IntentModel> model, Func<IntentModel?> afterSale, Func<IntentModel?> claims, Action<IServiceCollection>? host = null)
    {
        Playbook = playbook;
        var services = new ServiceCollection();
        host?.Invoke(services);
        services.AddPlaybookDeciding(_ => playbook);
        services.AddTurnRehearsal();
        services.AddSingleton<IFactSource, RehearsedFacts>();
        services.AddPlaybookBot(_ => playbook, _ => model(), _ => afterSale(), _ => claims());
        Witness(services);
        _services = services.BuildServiceProvider();
        _rehearsal = _services.GetRequiredService<TurnRehearsal>();
    }

    public Playbook Playbook { get; }

    public async Task<Rehearsed> RunAsync(Scene scene, CancellationToken cancellationToken)
    {
        RehearsedFacts.Enter(scene);
        var bot = _services.GetRequiredService<IBot>();
        RecognizerResult? recognized = null;
        var asked = new List<Wish>();
        var trace = await (scene.Claim is { } claim
            ? _rehearsal.RunAsync(new RehearsedClaimTurn { Text = scene.Text, Event = scene.Event, Sender = scene.Sender, Claim = claim.Meta, Id = claim.Id, Account = scene.Account, Site = scene.Site, Locale = scene.Locale, At = scene.At, Before = scene.Before }, TurnAsync, cancellationToken)
            : scene.Sale is null
            ? _rehearsal.RunAsync(new RehearsedQuestion { Text = scene.Text, Account = scene.Account, Site = scene.Site, Item = scene.ItemId, Locale = scene.Locale, At = scene.At, Before = scene.Before }, TurnAsync, cancellationToken)
            : _rehearsal.RunAsync(new RehearsedMessage { Text = scene.Text, Account = scene.Account, Site = scene.Site, Locale = scene.Locale, At = scene.At, Before = scene.Before }, TurnAsync, cancellationToken));
        return new Rehearsed(scene, trace, recognized) { Wishes = asked };

        async Task TurnAsync(ITurnContext turn, CancellationToken token)
        {
            asked.Clear();
            turn.OnSendActivities((_, sent, next) =>
            {
                asked.AddRange(sent.Select(Wish.Of).OfType<Wish>());
                return next();
            });
            await bot.OnTurnAsync(turn, token);
            recognized = turn.TurnState.Get<RecognizerResult>();
        }
    }

    public void Dispose() => _services.Dispose();

    private static void Witness(IServiceCollection services)
    {
        var inner = services.Last(service => service.ServiceType == typeof(IRecognizer)).ImplementationFactory!;
        services.Replace(ServiceDescriptor.Singleton<IRecognizer>(provider => new WitnessedRecognizer((IRecognizer)inner(provider))));
    }
}

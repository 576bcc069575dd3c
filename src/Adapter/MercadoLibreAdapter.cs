using System.Security.Claims;
using System.Security.Principal;
using MeliBot.Adapter.Turns;
using MeliBot.Adapter.Webhooks;
using MeliBot.Delivery.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace MeliBot.Adapter;

/// <summary>
/// Bot Framework's adapter for Mercado Libre. A turn runs from a durable queue, never inside a web request; what it sends is buffered and
/// becomes one public answer when the turn commits. Subclass it, or set <see cref="BotAdapter.OnTurnError"/>, to see what bots throw.
/// </summary>
public class MercadoLibreAdapter : BotAdapter, IBotFrameworkHttpAdapter
{
    // Both are null in a rehearsal, which nothing comes in to and nothing goes out of.
    private readonly ProactiveTurns? _proactive;
    private readonly NotificationEndpoint? _notifications;

    public MercadoLibreAdapter(ProactiveTurns proactive, NotificationEndpoint notifications, ILogger<MercadoLibreAdapter> logger)
        : this(logger)
    {
        ArgumentNullException.ThrowIfNull(proactive);
        ArgumentNullException.ThrowIfNull(notifications);
        _proactive = proactive;
        _notifications = notifications;
    }

    private protected MercadoLibreAdapter(ILogger<MercadoLibreAdapter> logger)
    {
        Use(new FailureWitness());
        OnTurnError = (turnContext, exception) =>
        {
            TurnLog.BotThrew(logger, turnContext.Activity?.Id, Thrown.Silent(exception));
            return Task.CompletedTask;
        };
    }

    /// <summary>
    /// Accepts a notification durably and answers; the bot runs later, and it is the one that is registered as <see cref="IBot"/>. The route must
    /// hold the secret as <c>{secret}</c>; <c>app.MapMercadoLibre()</c> maps one.
    /// </summary>
    public Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        return Real(_notifications).HandleAsync(httpRequest.HttpContext);
    }

    /// <summary>Buffers until the turn commits. One response per activity, in order, also for what never leaves (trace, typing, delay).</summary>
    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activities);
        var scope = ScopeOf(turnContext);
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            var activity = activities[i] ?? throw new ArgumentException("An activity is null.", nameof(activities));
            if (activity.Type == ActivityTypesEx.InvokeResponse)
                turnContext.TurnState.Set(InvokeResponseKey, activity);
            if (activity.Type == ActivityTypes.Message && scope is { Cause: TurnCause.Proactive, Target: { Failure: { } failure } target })
                throw new MercadoLibreChannelException(failure, target.Reason!.Text);
            responses[i] = scope.Buffer.Add(activity);
        }

        return Task.FromResult(responses);
    }

    /// <summary>Replaces what this turn sent under that id.</summary>
    /// <exception cref="MercadoLibreChannelException">It was sent in an earlier turn, or the turn has ended.</exception>
    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return Task.FromResult(ScopeOf(turnContext).Buffer.Update(activity));
    }

    /// <inheritdoc cref="UpdateActivityAsync"/>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ScopeOf(turnContext).Buffer.Delete(reference.ActivityId);
        return Task.CompletedTask;
    }

    public override Task ContinueConversationAsync(string botId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ContinueAsync(Identity(botId), reference, null, callback, cancellationToken);

    public override Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ContinueAsync(claimsIdentity, reference, null, callback, cancellationToken);

    public override Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, ConversationReference reference, string audience, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ContinueAsync(claimsIdentity, reference, audience, callback, cancellationToken);

    public override Task ContinueConversationAsync(string botId, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        Real(_proactive).RunAsync(this, Identity(botId), continuationActivity, null, callback, cancellationToken);

    public override Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        Real(_proactive).RunAsync(this, claimsIdentity, continuationActivity, null, callback, cancellationToken);

    public override Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, Activity continuationActivity, string audience, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        Real(_proactive).RunAsync(this, claimsIdentity, continuationActivity, audience, callback, cancellationToken);

    /// <summary>Always fails: before a sale only buyers start conversations.</summary>
    /// <exception cref="MercadoLibreChannelException"><see cref="ChannelFailure.CannotStartConversation"/>.</exception>
    public override Task CreateConversationAsync(string botAppId, string channelId, string serviceUrl, string audience, ConversationParameters conversationParameters, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        Task.FromException(new MercadoLibreChannelException(
            ChannelFailure.CannotStartConversation,
            "On Mercado Libre a seller can't start a conversation about an item: only a buyer's question does. Continue an existing one with ContinueConversationAsync."));

    /// <summary>Runs the pipeline for one staged turn; whatever the bot throws comes out, also when <see cref="BotAdapter.OnTurnError"/> has seen it.</summary>
    internal async Task RunTurnAsync(TurnScope scope, ClaimsIdentity? identity, string? audience, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        using var context = new TurnContext(this, scope.Activity);
        context.TurnState.Add(scope);
        context.TurnState.Add<TimeProvider>(new TurnTime(scope.Clock));
        context.TurnState.Add(new Random(scope.Seed));
        context.TurnState.Add<IIdentity>(BotIdentityKey, identity ?? new ClaimsIdentity());
        if (audience is not null)
            context.TurnState.Add(OAuthScopeKey, audience);
        context.TurnState.Add(callback);

        scope.Enter();
        await RunPipelineAsync(context, callback, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (scope.Failure is { } failure)
            throw new BotFailedException(failure);
    }

    private static T Real<T>(T? part) => part ?? throw new MercadoLibreChannelException(
        ChannelFailure.OutsideTurn,
        "This is a rehearsal: it has no channel, so no conversation can be continued and no notification accepted. Send with the turn's context.");

    private static ClaimsIdentity Identity(string? botId) =>
        new(string.IsNullOrEmpty(botId) ? [] : [new Claim("aud", botId), new Claim("appid", botId)]);

    private static TurnScope ScopeOf(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<TurnScope>() ?? throw new MercadoLibreChannelException(
            ChannelFailure.OutsideTurn,
            "This context is no turn of the Mercado Libre adapter, so nothing says what is answered. Use the context of the turn, or ContinueConversationAsync.");
    }

    private Task ContinueAsync(ClaimsIdentity? identity, ConversationReference reference, string? audience, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return Real(_proactive).RunAsync(this, identity, reference.GetContinuationActivity(), audience, callback, cancellationToken);
    }
}

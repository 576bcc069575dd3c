using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Sends a typing activity while the bot works on a message: first after <c>delay</c>, then every <c>period</c> milliseconds.</summary>
public class ShowTypingMiddleware : IMiddleware
{
    private readonly TimeSpan _delay;
    private readonly TimeSpan _period;

    public ShowTypingMiddleware(int delay = 500, int period = 2000)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(delay);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(period);
        _delay = TimeSpan.FromMilliseconds(delay);
        _period = TimeSpan.FromMilliseconds(period);
    }

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var typing = turnContext.Activity.Type == ActivityTypes.Message ? TypeAsync(turnContext, stop.Token) : Task.CompletedTask;
        try
        {
            await next(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await typing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TypeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        await Task.Delay(_delay, cancellationToken).ConfigureAwait(false);
        while (!cancellationToken.IsCancellationRequested)
        {
            var activity = new Activity(ActivityTypes.Typing) { RelatesTo = turnContext.Activity.RelatesTo };
            activity.ApplyConversationReference(turnContext.Activity.GetConversationReference());

            // Past the context, so that typing neither counts as a response nor passes the bot's handlers.
            await turnContext.Adapter.SendActivitiesAsync(turnContext, [activity], cancellationToken).ConfigureAwait(false);
            await Task.Delay(_period, cancellationToken).ConfigureAwait(false);
        }
    }
}

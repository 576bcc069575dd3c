using Microsoft.Bot.Builder;

namespace MeliBot.Adapter.Turns;

/// <summary>Stands before every other middleware and remembers what the turn threw, because an error handler may swallow it.</summary>
internal sealed class FailureWitness : IMiddleware
{
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        try
        {
            await next(cancellationToken).ConfigureAwait(false);
            turnContext.TurnState.Get<TurnScope>()?.Completed();
        }
        catch (Exception failure)
        {
            turnContext.TurnState.Get<TurnScope>()?.Failed(failure);
            throw;
        }
    }
}

/// <summary>The bot threw: nothing that it sent or stored in this turn counts.</summary>
internal sealed class BotFailedException(Exception inner)
    : Exception($"The bot threw {inner.GetType().Name}: {inner.Message}", inner);

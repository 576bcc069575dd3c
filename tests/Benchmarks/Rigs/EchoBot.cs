using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace MeliBot.Benchmarks.Rigs;

/// <summary>Says what it was told, and counts in the conversation's state: what the peer's bot does.</summary>
internal sealed class EchoBot(ConversationState state) : IBot
{
    private readonly IStatePropertyAccessor<Count> _count = state.CreateProperty<Count>("count");

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        if (turnContext.Activity.Type != ActivityTypes.Message)
            return;
        var count = await _count.GetAsync(turnContext, () => new Count(), cancellationToken);
        count.Asked++;
        await turnContext.SendActivityAsync($"eco {turnContext.Activity.Text}", cancellationToken: cancellationToken);
        await state.SaveChangesAsync(turnContext, force: false, cancellationToken);
    }

    internal sealed class Count
    {
        public int Asked { get; set; }
    }
}

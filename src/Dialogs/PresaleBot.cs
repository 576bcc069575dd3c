using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace MeliBot.Dialogs;

/// <summary>The first bot: answers what the listing's facts settle, and hands over the rest. Events of the channel need no words from it.</summary>
public sealed class PresaleBot(ConversationState conversation, PresaleDialog dialog) : ActivityHandler
{
    private readonly IStatePropertyAccessor<DialogState> _dialogState = conversation.CreateProperty<DialogState>(nameof(DialogState));

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        await dialog.RunAsync(turnContext, _dialogState, cancellationToken);
        await conversation.SaveChangesAsync(turnContext, false, cancellationToken);
    }
}

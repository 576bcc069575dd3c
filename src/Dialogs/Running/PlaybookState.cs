using MeliBot.Dialogs.Understanding;
using Microsoft.Bot.Builder;

namespace MeliBot.Dialogs.Running;

/// <summary>What is kept between the turns of a buyer: what was asked last, and the dialogs' variables.</summary>
internal sealed class PlaybookState(ConversationState conversation, UserState user)
{
    private readonly IStatePropertyAccessor<AskedBefore> _asked = conversation.CreateProperty<AskedBefore>("asked");
    private readonly IStatePropertyAccessor<Dictionary<string, string>> _variables = conversation.CreateProperty<Dictionary<string, string>>("variables");
    private readonly IStatePropertyAccessor<Dictionary<string, string>> _ofUser = user.CreateProperty<Dictionary<string, string>>("variables");

    public Task<AskedBefore?> AskedBeforeAsync(ITurnContext turn, CancellationToken cancellationToken) => _asked.GetAsync(turn, null, cancellationToken)!;

    public async Task<DialogVariables> VariablesAsync(ITurnContext turn, bool ofUser, CancellationToken cancellationToken) => new(
        await _variables.GetAsync(turn, () => [], cancellationToken).ConfigureAwait(false),
        ofUser ? await _ofUser.GetAsync(turn, () => [], cancellationToken).ConfigureAwait(false) : null);

    public async Task KeepAsync(ITurnContext turn, TurnTalk talk, CancellationToken cancellationToken)
    {
        // Messages of a sale or a claim lean on none before them. "Gracias" between two questions doesn't make the second one stand alone.
        if (talk.IsQuestion && talk.Question.Intents.Any(i => i.Name is not (Intents.Thanks or Intents.Other or Intents.Complaint)))
            await _asked.SetAsync(turn, talk.Question.ToCarryOver(), cancellationToken).ConfigureAwait(false);
        await conversation.SaveChangesAsync(turn, false, cancellationToken).ConfigureAwait(false);
        if (talk.Variables.User is not null) await user.SaveChangesAsync(turn, false, cancellationToken).ConfigureAwait(false);
    }
}

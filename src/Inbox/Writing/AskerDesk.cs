using MeliBot.Adapter;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Signals;
using MeliBot.Inbox.Conversations;
using MeliBot.MercadoLibre;

namespace MeliBot.Inbox.Writing;

/// <summary>What an agent does about a question or its asker on Mercado Libre itself, at once and for everybody to see.</summary>
internal sealed class AskerDesk(IMercadoLibreClient client, ISignalQueue signals, TimeProvider time)
{
    /// <summary>Deletes the question on Mercado Libre, for everybody and for good.</summary>
    public Task<Written> DeleteAsync(ConversationRef conversation, QuestionView question, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        await client.For(conversation.Account).Questions.DeleteAsync(question.Number, cancellationToken);
        await LookAgainAsync(conversation.Account, question.Number, cancellationToken);
    });

    /// <summary>The buyer can't ask this seller any more, on any listing. Open questions of theirs can't be answered then.</summary>
    public Task<Written> BlockAsync(ConversationRef conversation, long buyer, CancellationToken cancellationToken) =>
        AskAsync(() => client.For(conversation.Account).Questions.BlacklistAsync(conversation.Account, new BlacklistRequest(buyer), cancellationToken));

    /// <summary>The buyer may ask again.</summary>
    public Task<Written> UnblockAsync(ConversationRef conversation, long buyer, CancellationToken cancellationToken) =>
        AskAsync(() => client.For(conversation.Account).Questions.UnblacklistAsync(conversation.Account, buyer, cancellationToken));

    // The platform's notice comes too, but perhaps later than the person looks.
    private async Task LookAgainAsync(long account, long question, CancellationToken cancellationToken) =>
        await signals.SendAsync(new SignalHint(account, Topic.Questions.Value!, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/questions/{question}"), time.GetUtcNow(), "inbox"), cancellationToken);

    private static async Task<Written> AskAsync(Func<Task> call)
    {
        try
        {
            await call();
            return new Written(WriteResult.Done);
        }
        catch (MercadoLibreException failure)
        {
            return new Written(WriteResult.Refused, PlatformReasons.Of(failure.Error));
        }
    }
}

using System.Globalization;
using MeliBot.Inbox.Conversations;
using MeliBot.Inbox.Pages;

namespace MeliBot.Inbox.Writing;

/// <summary>Reads what the variables of one conversation stand for.</summary>
internal sealed class ConversationVariables(Listings listings, Buyers buyers, AccountNames accounts)
{
    public async Task<TextVariables> ReadAsync(ConversationView view, string? agent, CancellationToken cancellationToken)
    {
        var account = view.Conversation.Account;
        var listing = view.Item is { } item ? (await listings.ReadAsync(account, item, fresh: false, cancellationToken)).Listing : null;
        var buyer = view.Buyer is { } id ? (await buyers.ReadAsync(account, id, fresh: false, cancellationToken)).Buyer : null;
        return new TextVariables(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [TextVariables.BuyerNickname] = buyer?.Nickname,
            [TextVariables.ItemTitle] = listing?.Title,
            [TextVariables.ItemPrice] = listing?.Price,
            [TextVariables.ItemStock] = listing?.Stock?.ToString(CultureInfo.InvariantCulture),
            [TextVariables.ItemLink] = listing?.Permalink,
            [TextVariables.AccountNickname] = (await accounts.ListAsync()).FirstOrDefault(known => known.UserId == account)?.Nickname,
            [TextVariables.AgentName] = agent,
        });
    }
}

using System.Collections.Concurrent;
using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Sweep;
using MeliBot.MercadoLibre;

namespace MeliBot.Inbox.Status;

/// <summary>Asks Mercado Libre for each account's newest question, only while somebody looks, and seldom: it costs calls of the budget.</summary>
internal sealed class LagWatch(IMercadoLibreClient client, HeldQuestions held, TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<long, NewestQuestion> _seen = new();

    /// <summary>What was read last; null before.</summary>
    public NewestQuestion? Last(long account) => _seen.GetValueOrDefault(account);

    /// <param name="fresh">Asks even if it was asked a moment ago.</param>
    public async Task<NewestQuestion> ReadAsync(Account account, bool fresh, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        var now = time.GetUtcNow();
        if (!fresh && _seen.TryGetValue(account.UserId, out var seen) && now - seen.ReadAt < Remembered) return seen;
        return _seen[account.UserId] = await AskAsync(account, now, cancellationToken);
    }

    private async Task<NewestQuestion> AskAsync(Account account, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var search = new QuestionSearch { SellerId = account.UserId, SortFields = "date_created", SortTypes = "DESC", Limit = 1 };
            var page = await client.For(account.UserId, CallKind.Sweep).Questions.SearchAsync(search, cancellationToken);
            if (page.Questions is not [var newest, ..]) return new NewestQuestion(null, Whereabouts.Here, now);
            return new NewestQuestion(newest.DateCreated, await WhereAsync(account, newest, cancellationToken), now);
        }
        catch (MercadoLibreException e)
        {
            return new NewestQuestion(null, Whereabouts.Here, now, e.Error.Message);
        }
    }

    private async Task<Whereabouts> WhereAsync(Account account, Question newest, CancellationToken cancellationToken)
    {
        if (await held.HoldsAsync(account.UserId, newest, cancellationToken)) return Whereabouts.Here;
        return newest.Status != QuestionStatus.Unanswered && newest.DateCreated < account.LinkedAt ? Whereabouts.BeforeUs : Whereabouts.Missing;
    }
}

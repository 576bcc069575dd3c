using System.Runtime.CompilerServices;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Sweep;

/// <summary>
/// The unanswered questions of an account, each once. The platform pages no further than a thousand and has no date filter, so a longer list is read in parts: from both ends in every order
/// that there is, and listing by listing. What even that doesn't reach comes up in a later sweep, when what was found is answered.
/// </summary>
internal sealed class OpenQuestions(AccountClient client, int pageSize, Func<CancellationToken, Task<bool>> mayGoOn)
{
    /// <summary>The platform refuses offsets beyond.</summary>
    private const int LastOffset = 1_000;

    private const int ItemsPage = 100;

    private static readonly (string Field, string Direction)[] Orders = [("item_id", "ASC"), ("item_id", "DESC"), ("from_id", "ASC"), ("from_id", "DESC")];

    private readonly HashSet<long> _seen = [];
    private readonly Queue<string> _items = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private int _total;
    private bool _listed;

    /// <summary>Whether all that the platform counted was seen.</summary>
    public bool Complete { get; private set; }

    public bool Saw(long question) => _seen.Contains(question);

    public async IAsyncEnumerable<Question> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The platform's own order first: of most accounts it shows all.
        await foreach (var question in PagesAsync(Received, cancellationToken)) yield return question;
        if (!Complete)
        {
            await foreach (var question in PagesAsync(offset => client.Questions.SearchAsync(Unanswered(offset), cancellationToken), cancellationToken)) yield return question;
        }

        var order = 0;
        while (!Complete && _seen.Count < _total && await mayGoOn(cancellationToken))
        {
            if (_items.Count == 0 && order == Orders.Length) await ListItemsAsync(cancellationToken);
            QuestionSearch part;
            if (_items.TryDequeue(out var item)) part = Unanswered(0) with { Item = item };
            else if (order < Orders.Length) part = Unanswered(0) with { SortFields = Orders[order].Field, SortTypes = Orders[order++].Direction };
            else break;
            var questions = PagesAsync(offset => client.Questions.SearchAsync(part with { Offset = offset }, cancellationToken), cancellationToken, whole: part.Item is null);
            await foreach (var question in questions) yield return question;
        }

        Complete |= _seen.Count >= _total && await mayGoOn(cancellationToken);

        Task<QuestionsPage> Received(int offset) => client.Questions.ReceivedAsync(QuestionStatus.Unanswered.Value, offset, pageSize, cancellationToken);
    }

    /// <summary>Those that no question has named yet.</summary>
    private async Task ListItemsAsync(CancellationToken cancellationToken)
    {
        for (var offset = 0; offset <= LastOffset && !_listed && await mayGoOn(cancellationToken);)
        {
            var page = await client.Items.OfSellerAsync(client.Account, offset: offset, limit: ItemsPage, cancellationToken: cancellationToken);
            foreach (var item in page.Results.Where(_known.Add)) _items.Enqueue(item);
            offset += page.Results.Count;
            if (page.Results.Count < ItemsPage) break;
        }

        _listed = true;
    }

    private QuestionSearch Unanswered(int offset) => QuestionSearch.Unanswered(client.Account, offset, pageSize);

    /// <param name="whole">The list is all of the account's.</param>
    private async IAsyncEnumerable<Question> PagesAsync(Func<int, Task<QuestionsPage>> read, [EnumeratorCancellation] CancellationToken cancellationToken, bool whole = true)
    {
        var before = 0;
        for (var offset = 0; offset <= LastOffset && await mayGoOn(cancellationToken);)
        {
            var page = await read(offset);
            foreach (var question in page.Questions)
            {
                if (!_seen.Add(question.Id)) continue;
                if (question.ItemId is { } item && _known.Add(item)) _items.Enqueue(item);
                yield return question;
            }

            // Without a count a page that isn't full is the last.
            var total = page.Total ?? offset + page.Questions.Count + (page.Questions.Count < pageSize ? 0 : 1);
            if (whole) _total = Math.Max(_total, total);
            if (total < before)
            {
                // Some were answered meanwhile, and what stood behind them has moved up.
                offset = Math.Max(0, offset - (before - total));
                before = total;
                continue;
            }

            before = total;
            offset += page.Questions.Count;
            if (page.Questions.Count > 0 && offset < total) continue;
            Complete |= whole && offset >= total;
            yield break;
        }
    }
}

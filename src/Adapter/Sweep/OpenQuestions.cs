using System.Runtime.CompilerServices;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Sweep;

/// <summary>The unanswered questions of an account, each once, as far as the platform's paging reaches.</summary>
internal sealed class OpenQuestions(AccountClient client, int pageSize, Func<CancellationToken, Task<bool>> mayGoOn)
{
    /// <summary>The platform refuses offsets beyond.</summary>
    private const int LastOffset = 1_000;

    private readonly HashSet<long> _seen = [];

    /// <summary>Whether all that the platform counted was seen.</summary>
    public bool Complete { get; private set; }

    public bool Saw(long question) => _seen.Contains(question);

    /// <summary>First in the platform's own order; when that doesn't reach them all, the oldest first.</summary>
    public async IAsyncEnumerable<Question> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var total = 0;
        await foreach (var question in PagesAsync(Received, cancellationToken)) yield return question;
        if (_seen.Count < total)
        {
            await foreach (var question in PagesAsync(OldestFirst, cancellationToken)) yield return question;
        }

        Complete = _seen.Count >= total && await mayGoOn(cancellationToken);

        async Task<QuestionsPage> Received(int offset)
        {
            var page = await client.Questions.ReceivedAsync(QuestionStatus.Unanswered.Value, offset, pageSize, cancellationToken);
            total = page.Total ?? _seen.Count;
            return page;
        }

        Task<QuestionsPage> OldestFirst(int offset) => client.Questions.SearchAsync(QuestionSearch.Unanswered(client.Account, offset, pageSize), cancellationToken);
    }

    private async IAsyncEnumerable<Question> PagesAsync(Func<int, Task<QuestionsPage>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var offset = 0; offset <= LastOffset && await mayGoOn(cancellationToken);)
        {
            var page = await read(offset);
            foreach (var question in page.Questions)
            {
                if (_seen.Add(question.Id)) yield return question;
            }

            offset += page.Questions.Count;
            if (page.Questions.Count == 0 || offset >= page.Total) yield break;
        }
    }
}

namespace Microsoft.Bot.Builder;

internal static class Paging
{
    private const int PageSize = 20;

    public static PagedResult<T> PageAfter<T>(this IEnumerable<T> items, string continuationToken, Func<T, string> id)
    {
        if (!string.IsNullOrEmpty(continuationToken))
            items = items.SkipWhile(item => !string.Equals(id(item), continuationToken, StringComparison.Ordinal)).Skip(1);

        var page = items.Take(PageSize).ToArray();
        return new PagedResult<T> { Items = page, ContinuationToken = page.Length == PageSize ? id(page[^1]) : null };
    }
}

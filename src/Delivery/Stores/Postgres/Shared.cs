namespace MeliBot.Delivery.Stores.Postgres;

/// <summary>Takes due work that other hosts look for at the same moment.</summary>
internal static class Shared
{
    private const int MostTries = 20;

    /// <param name="find">Due and free as far as anybody can see, at most so many.</param>
    /// <param name="take">Gives those of them that are now this host's; passes over rows that a transaction holds, unless only one is wanted.</param>
    public static async Task<IReadOnlyList<T>> TakeAsync<T>(int max, Func<T, bool> inFlight, Func<int, Task<List<T>>> find, Func<IReadOnlyList<T>, bool, Task<IReadOnlyList<T>>> take)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var wanted = await FindAsync(max, inFlight, find);
            if (wanted.Count == 0)
                return [];
            var taken = await take(wanted, false);

            // All of them were being taken or written by others. Waiting for one is enough to go on, and whoever holds nothing else can wait without harm.
            if (taken.Count == 0)
                taken = await take([wanted[0]], true);
            if (taken.Count > 0)
                return taken;
        }

        return [];
    }

    // Those in flight here are found too, and only we know which they are.
    private static async Task<List<T>> FindAsync<T>(int max, Func<T, bool> inFlight, Func<int, Task<List<T>>> find)
    {
        for (var limit = (2 * max) + 64; ; limit *= 4)
        {
            var found = await find(limit);
            var wanted = found.Where(item => !inFlight(item)).Take(max).ToList();
            if (wanted.Count == max || found.Count < limit)
                return wanted;
        }
    }
}

using System.Text.Json;
using MeliBot.Delivery.Records;

namespace MeliBot.Inbox.People;

/// <summary>People as records, by the name they sign in with.</summary>
internal sealed class PeopleStore(IRecordStore records)
{
    private const string Kind = "person";

    public async Task<IReadOnlyList<Person>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await records.ListAsync(Kind, cancellationToken)).Select(Read).OfType<Person>().OrderBy(person => person.Name, StringComparer.CurrentCultureIgnoreCase)];

    public async Task<Person?> FindAsync(string signInName, CancellationToken cancellationToken) => Read(await records.ReadAsync(Kind, Key(signInName), cancellationToken));

    public async Task<Person?> FindByIdAsync(string id, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).FirstOrDefault(person => string.Equals(person.Id, id, StringComparison.Ordinal));

    /// <summary>False when the name is taken.</summary>
    public Task<bool> AddAsync(Person person, CancellationToken cancellationToken) =>
        records.WriteAsync(Kind, Key(person.SignInName), JsonSerializer.Serialize(person), 0, cancellationToken);

    /// <summary>Changes what is stored now, again after each lost race; null when nobody has the name.</summary>
    public async Task<Person?> ChangeAsync(string signInName, Func<Person, Person> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var record = await records.ReadAsync(Kind, Key(signInName), cancellationToken);
            if (Read(record) is not { } person) return null;
            var changed = change(person);
            if (changed == person || await records.WriteAsync(Kind, record.Key, JsonSerializer.Serialize(changed), record.Version, cancellationToken)) return changed;
        }
    }

    private static Person? Read(Record record) => record.Value is null ? null : JsonSerializer.Deserialize<Person>(record.Value);

    private static string Key(string signInName) => signInName.Trim().ToUpperInvariant();
}

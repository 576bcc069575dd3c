namespace MeliBot.Adapter.Accounts;

/// <summary>Reads a token's <c>scope</c>: the three OAuth scopes, and the functional permissions as URNs.</summary>
internal static class Permissions
{
    /// <summary>What this token can't do, in sentences.</summary>
    public static IReadOnlyList<string> Missing(string? scope)
    {
        var scopes = (scope ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // An answer without any scope says nothing about them.
        if (scopes.Length == 0)
            return [];

        var missing = new List<string>();
        if (!Has("offline_access"))
            missing.Add("No offline access: the link ends after six hours. Switch on \"offline_access\" (refresh tokens) for the application, then link again.");
        if (!Has("read"))
            missing.Add("No read access: nothing can be read. Switch it on for the application, then link again.");
        if (!Has("write"))
            missing.Add("No write access: questions can be read but not answered. Switch it on for the application, then link again.");
        // Older applications get no functional permissions in their tokens at all; then only a refused call tells.
        if (scopes.Any(s => s.StartsWith("urn:", StringComparison.OrdinalIgnoreCase)) && !Communication("/read-write"))
        {
            missing.Add(Communication("")
                ? "The permission \"pre- and post-sale communication\" is read-only: questions can't be answered. Set it to read and write in the developer centre, then link again."
                : "The permission \"pre- and post-sale communication\" is missing: questions can be neither read nor answered. Set it to read and write in the developer centre, then link again.");
        }

        return missing;

        bool Has(string name) => scopes.Contains(name, StringComparer.OrdinalIgnoreCase);

        // The platform writes "comunication"; should it correct that one day, both are read.
        bool Communication(string end) => scopes.Any(s =>
            (s.Contains(":comunication", StringComparison.OrdinalIgnoreCase) || s.Contains(":communication", StringComparison.OrdinalIgnoreCase))
            && s.EndsWith(end, StringComparison.OrdinalIgnoreCase));
    }
}

using System.CommandLine;
using System.Text.Json;
using MeliBot.MercadoLibre;

namespace MeliBot.Bot.Commands;

/// <summary>How support looks at what the platform really sent.</summary>
internal static class PayloadCommand
{
    public static Command Create()
    {
        var reader = new PayloadReader([]);
        var kind = new Argument<string>("KIND") { Description = $"What the files hold: {string.Join(", ", reader.Kinds.Order(StringComparer.Ordinal))}." };
        var files = new Argument<string[]>("FILE") { Description = "Files to read; - is the standard input.", Arity = ArgumentArity.OneOrMore };
        return new Command("payload", "Reads payloads as the client does and prints one normalised JSON line a file; \"unknown\" names what it didn't know.") { kind, files }
            .Does((result, cancellationToken) => RunAsync(reader, result.GetRequiredValue(kind), result.GetRequiredValue(files), cancellationToken));
    }

    private static async Task<int> RunAsync(PayloadReader reader, string kind, IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        if (!reader.Kinds.Contains(kind, StringComparer.OrdinalIgnoreCase))
            throw new CommandException($"There is no kind \"{kind}\".", $"The kinds are {string.Join(", ", reader.Kinds.Order(StringComparer.Ordinal))}.", "Name one of them.");

        var unread = 0;
        await using var output = new StreamWriter(Console.OpenStandardOutput()) { NewLine = "\n" };
        foreach (var file in files)
        {
            var (json, why) = await ReadAsync(reader, kind, file, cancellationToken);
            await output.WriteLineAsync(json.AsMemory(), cancellationToken);
            if (why is null) continue;
            unread++;
            await Console.Error.WriteLineAsync($"{file} can't be read as {kind}: {why}");
        }

        return unread == 0 ? 0 : 1;
    }

    private static async Task<(string Json, string? Why)> ReadAsync(PayloadReader reader, string kind, string file, CancellationToken cancellationToken)
    {
        try
        {
            var result = reader.Read(kind, file == "-" ? await StandardInputAsync(cancellationToken) : await File.ReadAllBytesAsync(file, cancellationToken));
            return (result.Json, result.Why);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (JsonSerializer.Serialize(new { error = e.Message, unknown = Array.Empty<string>() }), e.Message);
        }
    }

    private static async Task<byte[]> StandardInputAsync(CancellationToken cancellationToken)
    {
        await using var input = Console.OpenStandardInput();
        using var bytes = new MemoryStream();
        await input.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }
}

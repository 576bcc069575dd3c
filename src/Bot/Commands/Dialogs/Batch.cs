using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.Channels;

namespace MeliBot.Bot.Commands.Dialogs;

/// <summary>One JSON object a line in, one out, in the same order; a line that can't be done says why and the rest goes on.</summary>
internal static class Batch
{
    private const int MostAtOnce = 256;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="file">A path, or - for the standard input.</param>
    /// <param name="ready">What every line needs, still being made while the first are read. When it fails no line is answered.</param>
    /// <param name="answer">Writes the fields of a line's answer behind its id. What it throws as <see cref="FormatException"/> is the line's own fault.</param>
    /// <returns>The exit code: 1 when a line couldn't be done.</returns>
    public static async Task<int> RunAsync(string file, Task ready, Func<JsonElement, Utf8JsonWriter, CancellationToken, Task> answer, CancellationToken cancellationToken)
    {
        using var input = Open(file);
        await using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        var pending = Channel.CreateBounded<Task<Answered>>(new BoundedChannelOptions(MostAtOnce) { SingleReader = true, SingleWriter = true });
        // A thread of its own: to wait for a pipe's next line takes one, and the pool begins with one a core.
        var reading = Task.Factory.StartNew(() => Read(input, pending.Writer, answer, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var failed = false;
        await ready;
        await foreach (var line in pending.Reader.ReadAllAsync(cancellationToken))
        {
            var (bytes, done) = await line;
            await output.WriteAsync(bytes, cancellationToken);
            failed |= !done;
            // Whoever waits for an answer before the next question gets it.
            if (!pending.Reader.TryPeek(out _)) await output.FlushAsync(cancellationToken);
        }

        await reading;
        return failed ? 1 : 0;
    }

    public static string? Text(JsonElement line, string name) => line.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
        ? value.ValueKind == JsonValueKind.String ? value.GetString() : throw new FormatException($"\"{name}\" must be a text")
        : null;

    private static StreamReader Open(string file)
    {
        try
        {
            return new StreamReader(file == "-" ? Console.OpenStandardInput() : File.OpenRead(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{file} can't be read.", e.Message, "Name a file of one JSON object a line, or - for the standard input.", 1, e);
        }
    }

    private static void Read(StreamReader input, ChannelWriter<Task<Answered>> pending, Func<JsonElement, Utf8JsonWriter, CancellationToken, Task> answer, CancellationToken cancellationToken)
    {
        try
        {
            for (var number = 1; input.ReadLine() is { } line; number++)
            {
                if (string.IsNullOrWhiteSpace(line)) continue;
                var (text, place) = (line, number);
                pending.WriteAsync(Task.Run(() => AnswerAsync(text, place, answer, cancellationToken), cancellationToken), cancellationToken).AsTask().Wait(cancellationToken);
            }

            pending.Complete();
        }
        catch (Exception e)
        {
            pending.Complete(e);
        }
    }

    private static async Task<Answered> AnswerAsync(string line, int number, Func<JsonElement, Utf8JsonWriter, CancellationToken, Task> answer, CancellationToken cancellationToken)
    {
        JsonElement? id = null;
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object) throw new FormatException("a line is a JSON object");
            if (json.RootElement.TryGetProperty("id", out var named)) id = named.Clone();
            return new Answered(await WriteAsync(id, writer => answer(json.RootElement, writer, cancellationToken)), true);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var why = e switch
            {
                JsonException => $"it isn't JSON: {e.Message}",
                FormatException => e.Message,
                _ => $"{e.GetType().Name}: {e.Message}",
            };
            return new Answered(
                await WriteAsync(id, writer =>
                {
                    writer.WriteString("error", $"line {number}: {why}");
                    return Task.CompletedTask;
                }),
                false);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> WriteAsync(JsonElement? id, Func<Utf8JsonWriter, Task> write)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        await using (var writer = new Utf8JsonWriter(bytes, Writing))
        {
            writer.WriteStartObject();
            if (id is { } known)
            {
                writer.WritePropertyName("id");
                known.WriteTo(writer);
            }

            await write(writer);
            writer.WriteEndObject();
        }

        bytes.Write("\n"u8);
        return bytes.WrittenMemory;
    }

    private sealed record Answered(ReadOnlyMemory<byte> Bytes, bool Done);
}

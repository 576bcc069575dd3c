namespace MeliBot.Bot.Demo;

/// <summary>The demo itself didn't work.</summary>
/// <param name="message">What happened.</param>
/// <param name="logFile">Where more stands.</param>
public sealed class DemoException(string message, string? logFile = null, Exception? inner = null) : Exception(message, inner)
{
    public string? LogFile { get; } = logFile;
}

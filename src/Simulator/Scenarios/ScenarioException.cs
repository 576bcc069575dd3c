namespace MeliBot.Simulator;

/// <summary>A scenario that cannot be played; the message names the file and every bad line.</summary>
public sealed class ScenarioException : Exception
{
    public ScenarioException(string message)
        : base(message)
    {
    }

    public ScenarioException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public ScenarioException()
    {
    }
}

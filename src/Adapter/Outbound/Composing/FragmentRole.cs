namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>What a part of a reply is for; decides its place and what gives way when room is short.</summary>
public enum FragmentRole
{
    /// <summary>First, at most once.</summary>
    Greeting,

    /// <summary>The answer to something asked: never dropped for room, never cut.</summary>
    Core,

    /// <summary>Said while there is room.</summary>
    Complement,

    /// <summary>Last, at most once.</summary>
    Closing,
}

namespace MeliBot.Delivery.Effects;

public enum EffectState
{
    Planned,

    /// <summary>Committed before the POST; whoever finds it expired reads back first.</summary>
    Sending,

    /// <summary>Final.</summary>
    Sent,

    /// <summary>Final: somebody else filled the slot.</summary>
    AnsweredElsewhere,

    /// <summary>The platform said no; a person may take it over.</summary>
    Refused,

    /// <summary>Paused listing, question under review: due again at a time, or when an observation says so.</summary>
    Waiting,

    Parked,
}

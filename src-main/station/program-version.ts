/** Version of the program, as in package.json; a release changes both (checked by a test). */
export const programVersion = '0.1.0';
